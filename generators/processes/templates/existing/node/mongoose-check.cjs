const mongoose = require('mongoose');

/** Rejects while the connection that the code opens does not answer. */
async function checkMongoose() {
  const { db, readyState } = mongoose.connection;
  if (readyState !== mongoose.STATES.connected || !db) {
    throw new Error('MongoDB does not answer');
  }
  await db.admin().ping();
}

module.exports = { checkMongoose };
