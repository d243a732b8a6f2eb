printf 'from busybox as Base\nMAINTAINER me\nENV A 1\nCMD echo hi\nCMD echo ho\nRUN cd /x\nWORKDIR rel\nFROM base\nCOPY --from=Base $UNDEF /x\nARG SECRET_TOKEN=1\nENV PASSWORD=x\n' > Dockerfile
### check
docker build --check . 2>/dev/null; echo "exit $?"
### clean
printf 'FROM busybox\nRUN true\n' > Good; docker build --check -f Good . 2>/dev/null; echo "exit $?"
### targets
docker build --call targets . 2>/dev/null; echo "exit $?"
### parse error
printf 'FROM busybox\nBOGUS\n' > Bad; docker build --check -f Bad . > /dev/null 2>&1; echo "exit $?"
### skip
printf '# check=skip=all\nFROM busybox as x\n' > Skip; docker build --check -f Skip . 2>/dev/null; echo "exit $?"
### error
printf '# check=error=true\nFROM busybox as x\nRUN true\n' > Err; docker build -q -f Err . > /dev/null 2>&1; echo "exit $?"
