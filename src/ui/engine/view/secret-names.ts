/** Names that keys, tokens and passwords are usually kept under. A guess from the name alone: the file may hold nothing secret. */
const NAMES = [
  /^\.env(\..+)?$/,
  /^id_(rsa|dsa|ecdsa|ed25519)$/,
  /\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk)$/,
  /(^|[._-])(token|secret|password|passwd|credential|apikey|api_key)s?([._-].*)?$/,
  /^\.(npmrc|pypirc|netrc|pgpass|git-credentials|htpasswd|dockercfg)$/,
];
/** Files whose directory tells. */
const PATHS = /\/(\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.ssh\/[^/]*(?<!\.pub|known_hosts|config))$/;
/** What systems hold under such names without being anybody's secret. */
const NOT =
  /^\/(etc\/(passwd|shadow|gshadow)-?|usr\/(share|lib|include|lib64)\/|lib\/|etc\/ssl\/(certs|cert\.pem)|etc\/pam\.d\/|etc\/ca-certificates|proc\/|sys\/)|node_modules\/|site-packages\//;

export function looksSecret(path: string): boolean {
  if (NOT.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return NAMES.some((pattern) => pattern.test(name)) || PATHS.test(path);
}
