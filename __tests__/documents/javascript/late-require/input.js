var express = require('express');
var app = express();

// the routes
var routes = require('./routes');
app.use(routes);

http.createServer(app).listen(80);
