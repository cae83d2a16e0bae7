import { health } from "other";
