import mongoose from 'mongoose';

/** Rejects while the connection that the code opens does not answer. */
export async function checkMongoose(): Promise<void> {
  const { db, readyState } = mongoose.connection;
  if (readyState !== mongoose.STATES.connected || !db) {
    throw new Error('MongoDB does not answer');
  }
  await db.admin().ping();
}
