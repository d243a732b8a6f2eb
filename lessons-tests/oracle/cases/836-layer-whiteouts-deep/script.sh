cat > Dockerfile <<'EOD'
FROM busybox
RUN mkdir -p /a/b/c && echo 1 > /a/b/c/1 && echo 2 > /a/2 && ln -s 2 /a/l && ln /a/2 /a/h
RUN rm -r /a/b && mkdir /a/b && echo new > /a/b/n
RUN rm /a/l && ln -s /etc /a/l
RUN mv /a/2 /a/two
RUN rm -rf /a && echo file > /a
RUN rm /a && mkdir -p /a/b
RUN chmod 700 /a && chmod 755 /a
RUN touch /etc/passwd
RUN cp /etc/group /tmp/g && cp /tmp/g /etc/group && rm /tmp/g
RUN echo >> /etc/group && chown 5 /etc/group
RUN mv /home /house
RUN rm -rf /house /var && mkdir /var
RUN true
RUN mkdir /x && rmdir /x
EOD
### build
docker build -q -t t . ; docker run --rm t sh -c 'ls -A / /a /a/b; ls -ln /etc /a | grep -v total | tr -s " " | cut -d" " -f1-4,9-'
