cat > Dockerfile <<'EOD'
FROM busybox
ARG E
EXPOSE $E
LABEL "o p"='' "$E"=x l=
VOLUME $E/v
ENV A=$E B="" C=''
USER ${E:-0}
STOPSIGNAL ${E:-9}
WORKDIR ${E}/w/
ONBUILD EXPOSE 80
CMD []
EOD
### build
docker build -q -t t . ; echo "exit $?"; docker image inspect -f '{{json .Config}}' t; docker history --no-trunc --format '{{.CreatedBy}}' t
