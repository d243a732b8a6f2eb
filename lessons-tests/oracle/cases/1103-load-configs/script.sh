try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### config-not-json
try config-not-json
### config-array
try config-array
### config-null
try config-null
### config-empty
try config-empty
### config-no-rootfs
try config-no-rootfs
### config-rootfs-type
try config-rootfs-type
### config-windows
try config-windows
