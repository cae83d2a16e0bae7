const app = require('express')()
;[1, 2].forEach((n) => app.get(`/${n}`, send))
app.listen(1)
