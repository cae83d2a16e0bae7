import express from "express";
import { A } from "./a";
import { mount } from "./mount";

export class Server {
	public app: express.Application;

	constructor() {
		this.app = express();
		mount(this.app, () => {
			done("ü");
		});
		this.routes();
	}
}
