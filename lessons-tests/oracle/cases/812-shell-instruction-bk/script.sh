cat > Dockerfile <<'EOD'
FROM busybox
RUN printf '#!/bin/sh\necho "MY[$*]"; sh -c "$2"\n' > /my && chmod +x /my
SHELL ["/my", "-x"]
RUN echo run > /r
CMD echo cmd
HEALTHCHECK CMD echo health
RUN ["sh", "-c", "echo exec > /e"]
SHELL ["/bin/sh", "-ec"]
RUN true; echo two > /two
ENTRYPOINT echo entry
EOD
### build
docker build -q -t t . ; docker image inspect -f '{{json .Config.Shell}} {{json .Config.Cmd}} {{json .Config.Entrypoint}} {{json .Config.Healthcheck.Test}}' t; docker run --rm t; docker history --no-trunc --format '{{.CreatedBy}}' t
### inherited
printf 'FROM t\nENTRYPOINT []\nRUN false || echo child > /c\nCMD echo c\n' | docker build -q -t u - ; docker run --rm u; docker image inspect -f '{{json .Config.Shell}}' u
### errors
for s in '' '[]' 'sh -c' '[""]' '["nosuch"]\nRUN x' '["echo"]\nRUN x' '[1]'; do printf "FROM busybox\nSHELL $s\n" | docker build -q - > /dev/null 2>&1; echo "exit $?"; done
