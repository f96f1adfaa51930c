// The Chromium of this machine, which CHROMIUM names where it is not on the path.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

function browserProgram() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = process.env.CHROMIUM ?? places.find(existsSync);
  if (!found) throw new Error("No Chromium on the path; name one in CHROMIUM.");
  return found;
}

/** A browser without a window. */
export function launched() {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: browserProgram(), args: [...sandbox, "--disable-gpu", "--disable-quic", "--disable-background-networking"] });
}
