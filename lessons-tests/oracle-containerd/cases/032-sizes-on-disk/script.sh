docker build -q -t t:1 . >/dev/null
### history
docker history --human=false --format '{{.Size}}' t:1
