"""API_TOKEN=... python3 read.py statement.pdf"""
import json
import os
import sys
import time
import urllib.request
from decimal import Decimal

API = "https://api.example.com/v7/documents"


def ask(address, body=None, **headers):
    headers["Authorization"] = "Bearer " + os.environ["API_TOKEN"]
    request = urllib.request.Request(address, data=body, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer, parse_float=Decimal)


with open(sys.argv[1], "rb") as pdf:
    document = ask(API, pdf.read(), **{"Content-Type": "application/pdf"})
address = API + "/" + document["id"]
while document["state"] in ("waiting", "reading"):
    time.sleep(1)
    document = ask(address)
if document["state"] != "done":
    sys.exit("Not read: " + document["reason"])

for statement in ask(address + "/result")["statements"]:
    for row in statement["transactions"]:
        description = " ".join(row["description"])
        print(row["date"], row["amount"], row.get("balance", ""), description)
