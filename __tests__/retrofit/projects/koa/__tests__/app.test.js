'use strict';

const request = require('supertest');
const app = require('../src/app');

describe('the guestbook', () => {
  it('keeps an entry', async () => {
    await request(app.callback()).post('/entries').send({ text: 'Hello' }).expect(201);
    const { body } = await request(app.callback()).get('/').expect(200);
    expect(body.entries).toEqual(['Hello']);
  });
});
