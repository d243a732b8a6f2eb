b() { printf 'FROM busybox\nENTRYPOINT ["echo", "E"]\n%b\n' "$2" > Dockerfile; docker build -q -t $1 . > /dev/null; docker run --rm $1; docker run --rm $1 arg 'two words'; docker inspect -f '{{.Path}} {{json .Args}}' $(docker create $1 x); }
### none
b a1 ''
### exec
b a2 'CMD ["c", "d e"]'
### shell
b a3 'CMD c $HOME'
### empty
b a4 'CMD []'
### ps
docker ps -a --no-trunc --format '{{.Command}}' | sort
