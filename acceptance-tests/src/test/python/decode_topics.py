"""Decodes every record of every topic with tools that are not ours, and prints what it found as JSON.

usage: decode_topics.py BOOTSTRAP_SERVERS REGISTRY_URL
"""

import io
import json
import struct
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import AdminClient

bootstrap, registry = sys.argv[1:3]
schemas = {}


def schema_of(number):
    if number not in schemas:
        with urllib.request.urlopen(f"{registry}/schemas/ids/{number}") as answer:
            schemas[number] = avro.schema.parse(json.load(answer)["schema"])
    return schemas[number]


def decoded(value):
    magic, number = struct.unpack(">bI", value[:5])
    if magic != 0:
        raise ValueError("not in the Confluent wire format")
    schema = schema_of(number)
    body = io.BytesIO(value[5:])
    record = avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(body))
    if body.read():
        raise ValueError("bytes are left")
    return schema.fullname, record


def records_of(topic, partitions):
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap,
            "group.id": "an-outsider",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
        }
    )
    consumer.assign([TopicPartition(topic, partition, 0) for partition in partitions])
    ended = 0
    while ended < len(partitions):
        message = consumer.poll(20)
        if message is None:
            raise TimeoutError(topic)
        if message.error():
            ended += 1
        elif message.value() is not None:
            yield message
    consumer.close()


def summary_of(topic, partitions):
    types, sequences, problems = {}, {}, []
    for message in records_of(topic, partitions):
        name, record = decoded(message.value())
        headers = {key: value.decode() for key, value in message.headers() or []}
        types[name] = types.get(name, 0) + 1
        missing = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "content-type"} - set(headers)
        if missing:
            problems.append(f"{name} lacks {sorted(missing)}")
        if headers.get("ce_type") != name:
            problems.append(f"ce_type of {name} is {headers.get('ce_type')}")
        if message.key() is None:
            problems.append(f"{name} has no key")
        if topic in ("caravan.run.events",):
            context = record["context"]
            sequences.setdefault(context["runId"], []).append(context["sequence"])
    return {"types": types, "sequences": sequences, "problems": problems}


topics = AdminClient({"bootstrap.servers": bootstrap}).list_topics(timeout=20).topics
result = {
    name: summary_of(name, list(topic.partitions))
    for name, topic in sorted(topics.items())
    if name.startswith("caravan.") and not name.endswith(".dlt")
    and not name.endswith("-changelog") and not name.endswith("-repartition")
}
print(json.dumps(result))
