### changes
docker run --name c1 busybox sh -c 'echo x > /etc/passwd; rm /etc/group; mkdir -p /n/e/w; touch /n/f; rm -rf /home; mkdir /home; chmod 700 /var; touch /tmp/t; rm /tmp/t; ln -s a /link; mv /bin/ls /bin/ls2'; docker diff c1 | sort
### only reads
docker run --name c2 busybox cat /etc/passwd > /dev/null; docker diff c2; docker diff nosuch; echo "exit $?"; docker diff; echo "exit $?"; docker diff c1 c2; echo "exit $?"
### mount points
docker run --name c3 -v /mp/a -v vol:/etc/x --tmpfs /tt busybox true; docker diff c3 | sort
### running, after cp and exec
docker run -d --name c4 busybox sleep 1000 > /dev/null; docker exec c4 touch /by-exec; echo f > f; docker cp f c4:/usr/f; docker diff c4 | sort; docker exec c4 rm /by-exec; docker diff c4 | sort; docker kill c4 > /dev/null
### replaced kinds
docker run --name c5 busybox sh -c 'rm -r /home && echo file > /home; rm /etc/group && mkdir /etc/group && touch /etc/group/in'; docker diff c5 | sort
