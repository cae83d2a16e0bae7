/** What the admin process keeps between requests; outside of it, so that two processes act as one. */
export interface AdminStore {
  readSession(id: string): Promise<string | undefined>;
  writeSession(id: string, data: string, seconds: number): Promise<void>;
  endSession(id: string): Promise<void>;
  /** Counts an attempt and resolves to how many there were since the first, `seconds` ago at most. */
  countAttempt(address: string, seconds: number): Promise<number>;
  forgetAttempts(address: string): Promise<void>;
}
