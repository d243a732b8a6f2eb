cat > Dockerfile <<'EOF'
FROM busybox
MAINTAINER Ann <ann@x>
ARG V="a b"
ENV E=$V F='q q'
LABEL l="x y"
WORKDIR /w
RUN ["echo", "a b", "c\"d"]
COPY --chown=1:2 Dockerfile /a/
ADD Dockerfile /b/
EXPOSE 80/tcp 81
VOLUME ["/v"]
USER 1
STOPSIGNAL SIGINT
HEALTHCHECK --interval=3s CMD ["true"]
SHELL ["/bin/sh","-c"]
ONBUILD RUN echo x
ENTRYPOINT ["a"]
CMD b "c d"
EOF
### build
docker build -q -t t .
docker history --no-trunc --format '{{.Size}}|{{.CreatedBy}}|{{.Comment}}' t
