### secret stays
printf 'FROM busybox\nRUN echo secret > /key\nRUN rm /key\n' | docker build -q -t bad - > /dev/null; docker run --rm bad ls /key; docker save bad | tar xf - -C . 2>/dev/null || docker save bad -o b.tar; docker history --format '{{.Size}} {{.CreatedBy}}' bad
printf 'FROM busybox AS b\nRUN echo secret > /key && cat /key > /tmp/used\nFROM busybox\nCOPY --from=b /tmp/used /used\n' | docker build -q -t good - > /dev/null; docker run --rm good sh -c 'cat /used; ls /key'
### big file deleted later still counts
printf 'FROM busybox\nRUN head -c 50000 /dev/zero > /big\nRUN rm /big\n' | docker build -q -t l2 - > /dev/null; printf 'FROM busybox\nRUN head -c 50000 /dev/zero > /big && rm /big\n' | docker build -q -t l1 - > /dev/null; docker history --format '{{.Size}}' l2 | head -n 2; docker history --format '{{.Size}}' l1 | head -n 1; docker image inspect -f '{{len .RootFS.Layers}}' l1 l2
### chmod copies
printf 'FROM busybox\nRUN head -c 30000 /dev/zero > /f\nRUN chmod 600 /f\nRUN chmod 600 /f\nRUN chown 5 /f\nRUN mv /f /g\nRUN touch -d 2001-01-01 /g\n' | docker build -q -t ch - > /dev/null; docker history --format '{{.Size}}' ch
### shared
for i in 1 2 3; do printf "FROM l2\nCMD echo $i\n" | docker build -q -t s$i - > /dev/null; done; docker image inspect -f '{{json .RootFS.Layers}}' s1 s2 s3 | sort -u | wc -l; docker images -q s1 s2 2>&1 | head -n 1; docker rmi l2 > /dev/null; docker run --rm s2; docker rmi s1 | grep -c Deleted; docker rmi s2 s3 | grep -c Deleted
