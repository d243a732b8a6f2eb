try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1
  if docker images -q h | grep -q .; then
    docker create --name ccc h:1 >/dev/null
    docker export ccc | tar t | grep -v -e '^dev' -e '^etc' -e '^proc' -e '^sys' -e dockerenv | sort
    docker rm ccc >/dev/null
    docker rmi -f $(docker images -q h) >/dev/null
  fi
}
### abs-dir-entry
try abs-dir-entry
### abs-lower
try abs-lower
### abs-same-dir
try abs-same-dir
### abs-same
try abs-same
### dangling-rel
try dangling-rel
### hard-abs
try hard-abs
### hard-through-rel
try hard-through-rel
### rel-lower
try rel-lower
### rel-same
try rel-same
### rel-up-inside
try rel-up-inside
### rel-up-out
try rel-up-out
### rel-up-out-lower
try rel-up-out-lower
### wh-through
try wh-through
