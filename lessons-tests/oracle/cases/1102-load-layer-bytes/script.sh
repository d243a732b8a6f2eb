try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### layer-not-tar
try layer-not-tar
### layer-empty-file
try layer-empty-file
### layer-gzip
try layer-gzip
### layer-gzip-cut
try layer-gzip-cut
### layer-sparse
try layer-sparse
### wrong-diffid
try wrong-diffid
### bad-diffid
try bad-diffid
### too-few-diffids
try too-few-diffids
