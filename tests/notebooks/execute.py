"""Execute a notebook headless and print its outputs as JSON; a failing cell ends with its error and exit code 1."""

import json
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
folder = path.rsplit("/", 1)[0]
client = NotebookClient(notebook, timeout=240, kernel_name="tslab", resources={"metadata": {"path": folder}})
client.execute()
outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
print(json.dumps(outputs))
