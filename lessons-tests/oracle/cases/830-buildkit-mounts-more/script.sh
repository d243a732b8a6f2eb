echo ctx > f; mkdir d; echo in > d/in; echo sec > s; export SEC=envsec
cat > Dockerfile <<'EOD'
FROM busybox AS src
RUN echo stage > /sf
FROM busybox
RUN --mount=target=/ctx cat /ctx/f /ctx/d/in > /1
RUN --mount=type=bind,target=/ctx,rw echo new > /ctx/f && cat /ctx/f > /2
RUN --mount=type=bind,target=/ctx cat /ctx/f > /3; touch /ctx/z 2>/dev/null || echo ro >> /3
RUN --mount=type=bind,from=src,source=/sf,target=/m/sf cat /m/sf > /4
RUN --mount=type=bind,from=busybox,target=/bb ls /bb/etc > /5
RUN --mount=type=cache,target=/c,mode=0700,uid=5,gid=6 stat -c '%a %u:%g' /c > /6
RUN --mount=type=cache,target=/c,id=x echo 1 > /c/f; ls /c > /7
RUN --mount=type=cache,target=/other,id=x ls /other >> /7
RUN --mount=type=cache,target=/c,id=x,readonly touch /c/z 2>/dev/null || echo ro >> /7
RUN --mount=type=tmpfs,target=/t,size=1m touch /t/x && ls /t > /8
RUN --mount=type=secret,id=a cat /run/secrets/a > /9; stat -c '%a %u' /run/secrets/a >> /9 || true
RUN --mount=type=secret,id=a,target=/etc/sec,mode=0444,uid=3 stat -c '%a %u' /etc/sec > /10; cat /etc/sec >> /10
RUN --mount=type=secret,id=e,env=TOK echo "[$TOK]" > /11
RUN --mount=type=secret,id=none ls /run/secrets > /12 2>&1 || true
RUN --mount=type=cache,target=/c,id=x --mount=type=tmpfs,target=/t ls /c /t > /13
WORKDIR /w
RUN --mount=type=bind,source=d,target=rel cat rel/in > /14
RUN ls -d /ctx /m /c /t /w/rel /etc/sec 2>&1 | sort > /15; true
EOD
### build
docker build -q -t t --secret id=a,src=s --secret id=e,env=SEC .; echo "exit $?"; docker run --rm t sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo "== $i"; cat /$i; done'; cat f
### errors
e() { printf "FROM busybox\nRUN --mount=$1 true\n" > D; docker build -q -f D . > /dev/null 2> ../e; echo "$1: $?"; }
e 'type=bind'; e 'type=cache'; e 'type=foo,target=/x'; e 'target=/x,bogus=1'; e 'type=secret'; e 'type=secret,id=q,required'; e 'type=secret,id=q,required=true'; e 'type=bind,source=nope,target=/x'; e 'type=tmpfs'; e 'type=cache,target=/x,sharing=bad'; e 'type=bind,from=nope,target=/x'; e 'type=cache,target=/x,mode=abc'; e 'type=ssh'; e ''; e 'type=bind,target=/x,ro=maybe'; e 'type=tmpfs,target=/x,size=x'
