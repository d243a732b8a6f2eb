mkdir -p s/dir; echo a > s/a; echo b > s/dir/b; ln -s a s/l; chmod 750 s/dir; touch -d '2020-01-01 00:00:00' s/a s/dir/b s/dir
tar -C s -cf one.tar a dir l; tar -C s -czf two.tgz a dir; tar -C s -czf three.dat a; echo plain > fake.tar
cat > Dockerfile <<'EOF'
FROM busybox
ADD one.tar /one
ADD two.tgz /two/
ADD three.dat /three
ADD fake.tar /fake.tar
ADD one.tar two.tgz /many/
COPY fake.tar /copied/
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /one /two /three /many /fake.tar /copied | sort; readlink /one/l; cat /fake.tar'
