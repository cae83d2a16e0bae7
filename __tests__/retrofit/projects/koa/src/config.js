'use strict';

const { PORT = 4360, TITLE = 'Guests' } = process.env;

module.exports = {
  port: Number(PORT),
  title: TITLE,
  sessionSecret: 'Wq8-fjords-Lp3-glacier-Zt6',
};
