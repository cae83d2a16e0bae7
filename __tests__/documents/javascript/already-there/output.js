import { health as mine, health } from "./health.js"
import app from './app.js'
async function f() { health( app,
  { path: "/x" }) }
