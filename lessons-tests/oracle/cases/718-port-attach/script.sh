docker run -d --name tt busybox sleep 1000 > /dev/null
### port
docker port tt; echo "exit $?"; docker port nosuch; echo "exit $?"; docker port tt 80; echo "exit $?"; docker port tt x; echo "exit $?"; docker port; echo "exit $?"
### attach
docker attach nosuch; echo "exit $?"; docker pause tt > /dev/null; docker attach tt; echo "exit $?"; docker unpause tt > /dev/null; docker kill tt > /dev/null; docker attach tt; echo "exit $?"; docker attach; echo "exit $?"
### attach output and exit code
docker run -d --name aa busybox sh -c 'sleep 0.7; echo late; exit 6' > /dev/null; docker attach aa; echo "exit $?"
docker run -d -i --name an busybox sh -c 'sleep 0.5; echo end' > /dev/null; echo line | docker attach --no-stdin an
docker run -dt --name at busybox sleep 10 > /dev/null; docker attach at; echo "exit $?"; docker attach --detach-keys=bad at; echo "exit $?"
