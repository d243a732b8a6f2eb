cat > Dockerfile <<'EOD'
ARG G=g
FROM busybox
ARG A=1 B
ARG C="x y"
ENV D=/d$A E=${B:-e}
RUN echo "$A $B $C $D $E" > /1
ARG A=2
RUN echo $A > /2
ARG G
RUN echo $G > /3
ENV A=env
RUN echo $A > /4
ONBUILD ARG Z=1
ONBUILD RUN echo $Z > /5
WORKDIR $D
COPY --chown=$A:0 Dockerfile ./$C/ 
LABEL v=$C w="$D"
CMD echo $A
EOD
### build
docker build -q -t t . > /dev/null 2>&1; echo "exit $?"; sed -i 's/COPY --chown=$A:0/COPY --chown=5:0/' Dockerfile; docker build -q -t t --build-arg B=b --build-arg C='p q' . ; docker run --rm t sh -c 'cat /1 /2 /3 /4; pwd; ls'; docker history --no-trunc --format '{{.CreatedBy}}' t; docker image inspect -f '{{json .Config}}' t
### child
printf 'FROM t\n' | docker build -q -t u --build-arg Z=9 - > /dev/null; docker run --rm u cat /5; docker history --no-trunc --format '{{.CreatedBy}}' u | head -n 2
