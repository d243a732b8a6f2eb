printf 'FROM busybox\nRUN mkdir /v && echo before > /v/before\nVOLUME /v\nRUN echo after > /v/after && ls /v > /seen\nRUN ls /v > /seen2\nCOPY Dockerfile /v/copied\nVOLUME ["/w", "/with space"]\nRUN touch /w/x\n' > Dockerfile
### build
docker build -q -t t .
docker run --rm t sh -c 'ls /v; echo --; cat /seen; echo --; cat /seen2; ls -A /w'
docker image inspect -f '{{json .Config.Volumes}}' t
### container
docker create --name c1 t > /dev/null; docker inspect -f '{{range .Mounts}}{{.Type}} {{.Destination}} {{.RW}};{{end}}' c1 | tr ';' '\n' | sort; docker start -a c1; docker cp c1:/v/before - | tar tf -
### child
printf 'FROM t\nVOLUME /z $HOME /v\nRUN rm -rf /v && mkdir /v; ls -A /v\n' > Dockerfile; docker build -q -t u . > /dev/null; echo "exit $?"; docker image inspect -f '{{json .Config.Volumes}}' u
### rm -v and named over it
docker rm -v c1; docker volume ls -q | wc -l; docker run --rm -v named:/v t ls /v; docker volume ls -q
