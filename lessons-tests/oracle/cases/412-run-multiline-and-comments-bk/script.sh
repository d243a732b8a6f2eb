cat > Dockerfile <<'EOF'
FROM busybox
RUN echo a > /out && \
    # a comment inside
    echo b >> /out && \

    echo c >> /out ; \
  echo "d \
  e" >> /out
# comment \
RUN echo f \  
 >> /out
RUN echo 'g # not a comment' >> /out # a shell comment
CMD cat /out
EOF
### build
docker build -q -t t . 2>/dev/null
docker run --rm t
docker history --format '{{.CreatedBy}}' t
