const mongoose = require('mongoose');

/** Rejects while the connection that the code opens does not answer. */
async function checkMongoose() {
  const { connection } = mongoose;
  if (connection.readyState !== 1 || !connection.db)
    throw new Error('MongoDB does not answer');
  await connection.db.admin().ping();
}

module.exports = { checkMongoose };
