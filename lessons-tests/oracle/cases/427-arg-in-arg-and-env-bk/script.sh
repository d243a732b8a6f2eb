cat > Dockerfile <<'EOF'
ARG G=glob
FROM busybox AS one
ARG G
ARG A=a-$G
ARG B=${A}-${UNSET:-none}
ENV E=$B
RUN echo "$A $B $E" > /one
FROM one
ARG A
ARG F=$E+
ENV E=$F
RUN echo "[$A] $F $E" > /two
EOF
### build
docker build -q -t t . && docker run --rm t cat /one /two
docker history --format '{{.CreatedBy}}' t
### overridden
docker build -q -t t --build-arg A=CLI --build-arg G=CLIG . && docker run --rm t cat /one /two
