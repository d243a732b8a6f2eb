export HOSTVAR='from host' EMPTYHOST=
printf 'A=1\n# comment\n\n  B=lead\nC = sp\nD="quoted"\nE=$A\nHOSTVAR\nNOSUCH\nF=a=b\nG=tail  \nH=\n' > env; printf 'B=2\n =x\n' > bad; printf 'A B=1\n' > bad2; printf '=1\n' > bad3; printf 'export X=1\n' > bad4
### flags
docker run --rm -e A=1 -e 'B=two words' -e HOSTVAR -e NOSUCH -e EMPTYHOST -e C= busybox env | grep -E '^(A|B|C|HOSTVAR|NOSUCH|EMPTYHOST)' | sort
### file
docker run --rm --env-file env busybox env | grep -vE '^(PATH|HOME|HOSTNAME)=' | sort | sed 's/$/|/'
### flag over file, last over first
docker run --rm --env-file env -e A=flag busybox sh -c 'echo $A'
docker run --rm -e A=flag --env-file env -e A=flag2 busybox sh -c 'echo $A'
printf 'A=second\n' > env2; docker run --rm --env-file env --env-file env2 busybox sh -c 'echo $A'
### errors
docker run --rm --env-file nofile busybox true; echo "exit $?"
for f in bad bad2 bad3 bad4; do docker run --rm --env-file $f busybox true; echo "exit $?"; done
docker run --rm -e =x busybox true; echo "exit $?"
docker run --rm -e '' busybox true; echo "exit $?"
docker run --rm -e 'A B=1' busybox env | grep 'A B'
### override PATH and HOME
docker run --rm -e PATH=/bin busybox env | sort | grep -v HOSTNAME; docker run --rm -e HOME=/h -e HOSTNAME=hh busybox sh -c 'echo $HOME $HOSTNAME; hostname | wc -c'
docker run --rm -e PATH=/nowhere busybox ls; echo "exit $?"
docker run --rm -e PATH= busybox /bin/echo x; echo "exit $?"
### config
docker run --rm -e Z=1 -e A=2 -e Z=3 busybox sh -c 'echo $Z'
