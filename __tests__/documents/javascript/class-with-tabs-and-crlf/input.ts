import express from "express";
import { A } from "./a";

export class Server {
	public app: express.Application;

	constructor() {
		this.app = express();
		this.routes();
	}
}
