try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### outer-dotdot
try outer-dotdot
### outer-absolute
try outer-absolute
### outer-duplicate
try outer-duplicate
### config-link
try config-link
### config-traversal
try config-traversal
### layer-file-link
try layer-file-link
### missing-layer
try missing-layer
### missing-config
try missing-config
### good
try good
