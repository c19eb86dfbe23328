// Builds what the report ships: node build.mjs. The script, the style and the borders say from which sources they were made.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { borders } from "./borders.mjs";

const HERE = new URL(".", import.meta.url);
const ASSETS = new URL("../src/counterclaim/report/assets/", HERE);
const SOURCES = ["borders.mjs", "build.mjs", "package-lock.json", "package.json", "tsconfig.json"];
const BUNDLED = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

const read = (path) => readFileSync(new URL(path, HERE), "utf8");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** One hash over the names and contents of all sources, in the order of their names. */
function sourcesHash() {
  const paths = [...SOURCES, ...readdirSync(new URL("src/", HERE)).map((name) => `src/${name}`)].sort();
  return sha256(paths.map((path) => `${path}\0${sha256(read(path))}\n`).join(""));
}

const SOURCES_HASH = sourcesHash();

function ship(name, body, [open, close] = ["/*! ", " */\n"]) {
  writeFileSync(new URL(name, ASSETS), `${open}sources sha256-${SOURCES_HASH}, built sha256-${sha256(body)}${close}${body}`);
  console.log(`${name}: ${(body.length / 1000).toFixed(1)} kB`);
}

async function bundled(entry, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL(entry, HERE).pathname],
    absWorkingDir: HERE.pathname,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    legalComments: "none",
    target: ["es2022", "chrome115", "firefox115", "safari16.4"],
    ...options,
  });
  return { text: outputFiles[0].text, parts: Object.values(metafile.outputs).flatMap((o) => Object.keys(o.inputs)) };
}

/** Name, version, licence and its words, for every part whose code or data is in the built files. */
function partsNotes(paths) {
  const names = new Set(paths.map((path) => BUNDLED.exec(path)?.[1]).filter(Boolean));
  names.add("world-atlas");
  return [...names].sort().map((name) => {
    const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
    const terms = read(`node_modules/${name}/LICENSE`).trim().replace(/\n{2,}/g, "\n");
    return { name, version, license, terms };
  });
}

const NATURAL_EARTH = "Natural Earth (borders, by way of world-atlas) · public domain\nMade with Natural Earth, naturalearthdata.com.";

mkdirSync(ASSETS, { recursive: true });
const script = await bundled("src/main.ts", { format: "iife" });
if (/<\/script|<!--/i.test(script.text)) throw new Error("the script would end its own element");
const style = await bundled("src/report.css", {});
if (/<\/style/i.test(style.text)) throw new Error("the style would end its own element");
ship("report.js", script.text);
ship("report.css", style.text);
ship("borders.json", JSON.stringify(borders()).slice(1), ['{"made": "', '",']);
const parts = partsNotes([...script.parts, ...style.parts]);
const notes = parts.map((part) => `${part.name} ${part.version} · ${part.license}\n${part.terms}`);
const versions = Object.fromEntries(parts.map((part) => [part.name, part.version]));
writeFileSync(new URL("licences.txt", ASSETS), [...notes, NATURAL_EARTH].join("\n\n") + "\n");
writeFileSync(new URL("versions.json", ASSETS), JSON.stringify(versions, null, 2) + "\n");
