docker build -q -t s:1 . >/dev/null
docker tag s:1 s:2
docker create --name cc s:1 >/dev/null
### export
docker export cc | tar t | grep -c busybox
docker export --output ../c.tar cc
docker export nope
docker export -o /nodir/x cc
docker export
docker export cc cc
### save
docker save -o ../s.tar s:1 s:2
docker save s | tar xO manifest.json | grep -c 's:2'
docker save --output=../one.tar $(docker images -q s:1)
docker save -o /nodir/x s:1
docker save -o .. s:1
docker save
docker save nope
docker save s:1 nope:1 -o ../x.tar
docker save nope@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker save 'Bad'
### load
docker rmi -f s:1 s:2 > /dev/null
docker load --quiet -i ../s.tar
docker load --input ../one.tar | sed 's/sha256:.*/ID/'
docker load < ../s.tar
gzip -c ../s.tar 2>/dev/null | docker load -q || true
docker load -i .. 2>&1 | sed 's/.*: read/read/'
docker load extra
docker load -i
docker image load -q < ../s.tar
