cat > Dockerfile <<'EOF'
FROM busybox
ARG X=1 Y="a b"
RUN echo $X	tab   spaces "q" 'r' | cat > /1
RUN ["sh", "-c", "echo exec > /2"]
RUN echo one && \
    echo two # comment
SHELL ["/bin/ash", "-eu", "-c"]
RUN echo shell
ARG Z
RUN true
ENV X=2
RUN true
EOF
### build
docker build -q -t t --build-arg Z=z .
docker history --no-trunc --format '{{.CreatedBy}}' t
docker history --format '{{.CreatedBy}}' t
