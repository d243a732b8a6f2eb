cat > Dockerfile <<'EOF'
FROM busybox
ENV P=/opt/p U=nobody PORT=8080 S=SIGUSR1 V=/vol K=key
RUN echo '$P' $P > /r
WORKDIR $P
COPY Dockerfile ${P}/copied
ADD Dockerfile $P/added
EXPOSE $PORT/tcp ${PORT}1
VOLUME $V ["$V"]
STOPSIGNAL $S
LABEL $K=$PORT "l $K"='$PORT' e="\$PORT"
USER $U:$U
ENTRYPOINT ["echo", "$P"]
CMD ["$PORT", "${U}"]
EOF
### build
docker build -q -t t . > /dev/null; echo "exit $?"
### without the bad line
sed -i '/VOLUME/d; s/:\$U//' Dockerfile
docker build -q -t t . && docker run --rm t
docker history --format '{{.CreatedBy}}' t
