b() { printf "FROM busybox\n$1\n" > Dockerfile; docker build -q -t t . > /dev/null 2>&1; echo "exit $?"; docker run --rm t cat /o 2>/dev/null; }
### grows
b 'RUN --mount=type=cache,target=/c echo 1 >> /c/f; cat /c/f > /o'; b 'RUN --mount=type=cache,target=/c echo 2 >> /c/f; cat /c/f > /o'; b 'RUN --mount=type=cache,target=/c echo 3 >> /c/f; cat /c/f > /o; ls /c | wc -l >> /o'
### other ids and targets
b 'RUN --mount=type=cache,target=/c,id=k echo k >> /c/f; cat /c/f > /o'; b 'RUN --mount=type=cache,target=/elsewhere,id=/c cat /elsewhere/f > /o'; b 'RUN --mount=type=cache,target=/c/ cat /c/f > /o'; b 'RUN --mount=type=cache,target=/c,ro cat /c/f > /o; touch /c/x || echo ro >> /o'; b 'RUN --mount=type=cache,target=/c,sharing=private ls /c > /o'; b 'RUN --mount=type=cache,target=/c,sharing=locked cat /c/f > /o'
### seeded from a stage
printf 'FROM busybox AS s\nRUN mkdir /seed && echo seed > /seed/f\nFROM busybox\nRUN --mount=type=cache,target=/c,id=s,from=s,source=/seed cat /c/f > /o; echo more >> /c/f\nRUN --mount=type=cache,target=/c,id=s,from=s,source=/seed cat /c/f >> /o\n' > Dockerfile; docker build -q -t t . > /dev/null; docker run --rm t cat /o
### owner and mode
b 'USER 1000\nRUN --mount=type=cache,target=/c2,uid=1000,mode=0700 touch /c2/x && stat -c "%%a %%u" /c2 > /tmp/q\nUSER 0\nRUN cp /tmp/q /o'
### no-cache keeps cache mounts, prune drops them
printf 'FROM busybox\nRUN --mount=type=cache,target=/c cat /c/f > /o 2>&1; true\n' > Dockerfile; docker build -q --no-cache -t t . > /dev/null; docker run --rm t cat /o; docker builder prune -af > /dev/null; docker build -q --no-cache -t t . > /dev/null; docker run --rm t cat /o
