var express = require('express');
const { health } = require('./health');
var app = express();
health(app);

// the routes
var routes = require('./routes');
app.use(routes);

app.get('/last', (req, res) => res.end());
http.createServer(app).listen(80);
