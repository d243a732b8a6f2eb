try() {
  echo "== $1"
  docker load -i h/$1.tar 2>&1 | sed 's/docker-import-[0-9]*/docker-import-N/'
  docker images -q h | wc -l
  if docker images -q h | grep -q .; then docker rmi -f $(docker images -q h) >/dev/null; fi
}
### manifest-not-json
try manifest-not-json
### manifest-object
try manifest-object
### manifest-null
try manifest-null
### manifest-empty-list
try manifest-empty-list
### manifest-cut
try manifest-cut
### manifest-types
try manifest-types
### manifest-layers-type
try manifest-layers-type
### manifest-tags-type
try manifest-tags-type
### manifest-deep
try manifest-deep
### tag-bad
try tag-bad
### tag-digest
try tag-digest
### tag-notag
try tag-notag
### tag-none
try tag-none
