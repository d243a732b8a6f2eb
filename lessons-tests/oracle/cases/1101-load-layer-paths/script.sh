try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### layer-dotdot
try layer-dotdot
### layer-dotdot-deep
try layer-dotdot-deep
### layer-absolute
try layer-absolute
### layer-link-out
try layer-link-out
### layer-hardlink-out
try layer-hardlink-out
### layer-hardlink-missing
try layer-hardlink-missing
### layer-duplicate
try layer-duplicate
### layer-duplicate-dir
try layer-duplicate-dir
### layer-device
try layer-device
### layer-root-file
try layer-root-file
