printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > Dockerfile; docker build -q -t a1 . > /dev/null; l() { docker image inspect -f '{{json .RootFS.Layers}}' $1; }; l a1 > l1
same() { l $1 > l2; test "$(cat l1)" = "$(cat l2)" && echo same || echo differs; }
### another tag
docker build -q -t b1 . > /dev/null; same b1
### same layers, other metadata
printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\nCMD x\n' > D2; docker build -q -t c1 -f D2 . > /dev/null; same c1
### metadata first
printf 'FROM busybox\nLABEL x=1\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > D3; docker build -q -t d1 -f D3 . > /dev/null; test "$(docker image inspect -f '{{len .RootFS.Layers}}' d1)" = 3 && echo three
### CMD change keeps what follows
printf 'FROM busybox\nCMD a\nRUN echo 1 > /1\n' > E1; printf 'FROM busybox\nCMD b\nRUN echo 1 > /1\n' > E2; docker build -q -t e1 -f E1 . > /dev/null; docker build -q -t e2 -f E2 . > /dev/null; docker image inspect -f '{{json .Config.Cmd}}' e1 e2
