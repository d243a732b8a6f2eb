printf 'FROM busybox\nENTRYPOINT ["echo", "E"]\nCMD ["C"]\n' > Dockerfile; docker build -q -t t . > /dev/null
### default and extra
docker run --rm t; docker run --rm t x y
### other entrypoint drops cmd
docker run --rm --entrypoint echo t; docker run --rm --entrypoint echo t a b
### empty entrypoint
docker run --rm --entrypoint '' t; echo "exit $?"
docker run --rm --entrypoint '' t echo plain; echo "exit $?"
docker run --rm --entrypoint= t sh -c 'echo $0 $#' z 1 2
### two words in one
docker run --rm --entrypoint 'echo hi' t; echo "exit $?"
### a json array is one word
docker run --rm --entrypoint '["echo","a"]' t; echo "exit $?"
### last wins
docker run --rm --entrypoint false --entrypoint echo t last
### inspect
docker create --name c1 --entrypoint sh t -c 'exit 3' > /dev/null; docker create --name c2 --entrypoint '' t ls > /dev/null; docker create --name c3 t > /dev/null
for c in c1 c2 c3; do docker inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}} {{.Path}} {{json .Args}}' $c; done
docker start -a c1; echo "exit $?"
