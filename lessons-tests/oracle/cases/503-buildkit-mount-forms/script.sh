echo c > f; mkdir d; echo in > d/x
cat > Dockerfile <<'XX'
FROM busybox AS src
RUN mkdir /s && echo stage > /s/f
FROM busybox
RUN --mount=from=src,source=/s,target=/m cat /m/f > /1
RUN --mount=type=bind,target=/ctx ls /ctx > /2
RUN --mount=type=bind,source=d,target=/d,rw echo new > /d/y && ls /d > /3
RUN --mount=type=bind,source=d,target=/d touch /d/z 2> /4; ls /d >> /4
RUN --mount=type=cache,target=/c,id=k,uid=5,gid=6,mode=0700 stat -c '%a %u:%g' /c > /5; echo k5 > /c/k
RUN --mount=type=cache,target=/c,id=k ls /c | wc -l >> /5; echo k > /c/k
RUN --mount=type=cache,target=/other,id=k cat /other/k > /6
RUN --mount=type=cache,target=/c,from=src,source=/s ls /c > /7
RUN --mount=type=tmpfs,target=/t,size=1m df /t | tail -n 1 | wc -l > /8
RUN --mount=type=cache,target=/ro,ro touch /ro/x 2> /9; true
WORKDIR /w
RUN --mount=target=rel,source=f,type=bind cat rel > /10
XX
### build
docker build -q -t t . && docker run --rm t sh -c 'cd /; tail -n 5 1 2 3 4 5 6 7 8 9 10; ls -d /m /ctx /d /c /t /other /w/* 2>&1'
### errors
e() { printf 'FROM busybox\nRUN --mount=%s true\n' "$1" > E; docker build -q -f E . > /dev/null 2>&1; echo "$1: $?"; }
e type=bind; e type=bogus,target=/x; e target=/x,source=nosuch; e type=cache; e type=tmpfs; e type=secret; e type=secret,id=x,required=true; e 'target=/x,bogus=1'; e type=cache,target=/x,sharing=no; e from=nosuch,target=/x; e type=bind,target=/x,rw=maybe
