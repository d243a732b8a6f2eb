try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### size-negative
try size-negative
### size-huge
try size-huge
### size-8g
try size-8g
### checksum-bad
try checksum-bad
### empty
try empty
### zeros
try zeros
### text
try text
### short
try short
### cut-512
try cut-512
### cut-1000
try cut-1000
### cut-half
try cut-half
### no-end
try no-end
### gz-good
try gz-good
### gz-cut
try gz-cut
