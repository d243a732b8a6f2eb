docker build -q -t t:1 . >/dev/null
### missing
docker rmi nope
docker rmi -f nope:2
docker rmi sha256:0123
docker rmi 0123456789abcdef
docker rmi 'Upper'
docker rmi t:9 t:1 nope
