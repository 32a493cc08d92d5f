/** A time stamp authority of our own, made with openssl, that answers over loopback as a real one does (RFC 3161 §3.4). */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface LocalAuthority {
  url: string;
  /** The root in PEM, as an authority publishes it. */
  rootFile: string;
  requests: number;
  /** The certificate that signs, in PEM; its name is in the reply where the request asks for it. */
  signerFile: string;
  /** What it replies to the bytes of a request. */
  answer(query: Buffer): Buffer;
  stop(): void;
}

const config = `
oid_section = oids
[ req ]
distinguished_name = dn
prompt = no
[ dn ]
CN = test
[ oids ]
policy = 1.2.3.4.1
[ tsa ]
default_tsa = tsa1
[ tsa1 ]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ root ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ stamping ]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

export async function startAuthority(name: string): Promise<LocalAuthority> {
  const folder = makeCertificates(name);
  const authority: LocalAuthority = {
    url: "",
    rootFile: join(folder, "root.pem"),
    signerFile: join(folder, "tsa.pem"),
    requests: 0,
    answer: (query) => answer(folder, query),
    stop() {},
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      authority.requests += 1;
      response.setHeader("content-type", "application/timestamp-reply");
      response.end(authority.answer(Buffer.concat(parts)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  authority.stop = () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return authority;
}

const program = "openssl";

function openssl(folder: string, words: string): void {
  execFileSync(program, words.split(" "), { cwd: folder, stdio: "pipe" });
}

/** A root and a certificate for stamping, good for a month. */
function makeCertificates(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-tsa-"));
  writeFileSync(join(folder, "tsa.cnf"), config);
  writeFileSync(join(folder, "serial"), "01\n");
  const common = "-newkey rsa:2048 -nodes -config tsa.cnf";
  openssl(
    folder,
    `req -x509 ${common} -keyout root.key -out root.pem -days 30 -subj /CN=${name}-root -extensions root`,
  );
  openssl(folder, `req -new ${common} -keyout tsa.key -out tsa.csr -subj /O=Test/CN=${name}`);
  const signing =
    "-CA root.pem -CAkey root.key -CAcreateserial -days 30 -extfile tsa.cnf -extensions stamping";
  openssl(folder, `x509 -req -in tsa.csr ${signing} -out tsa.pem`);
  return folder;
}

function answer(folder: string, query: Buffer): Buffer {
  writeFileSync(join(folder, "query.tsq"), query);
  openssl(folder, "ts -reply -config tsa.cnf -queryfile query.tsq -out reply.tsr");
  return readFileSync(join(folder, "reply.tsr"));
}
