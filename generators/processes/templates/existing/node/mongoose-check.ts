import mongoose from 'mongoose';

/** Rejects while the connection that the code opens does not answer. */
export async function checkMongoose(): Promise<void> {
  const { connection } = mongoose;
  if (connection.readyState !== 1 || !connection.db)
    throw new Error('MongoDB does not answer');
  await connection.db.admin().ping();
}
