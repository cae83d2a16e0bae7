// nothing here

const { a: c } = require('./a.js');
const { b } = require('./b.js');
