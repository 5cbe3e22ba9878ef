"""NumPy's side: python3 peers.py <draws>. Prints one line of JSON; no import is in the time."""
import json
import sys
import time

import numpy as np

draws = int(sys.argv[1])
processor, started = time.process_time(), time.perf_counter()
random = np.random.default_rng(1)
resources = sum(
    random.gamma(shape, scale, draws)
    for shape, scale in [(16, 110), (9, 65), (25, 20), (4, 160), (12, 45), (7, 30)]
)
overhead = random.lognormal(np.log(1.2), 0.08, draws)
imgs = 8 + 12 * random.beta(1 + 4 * (12 - 8) / 12, 1 + 4 * (20 - 12) / 12, draws)
completed = random.beta(32, 8, draws)
answer = np.quantile(resources * overhead * 12 / (imgs * completed), [0.025, 0.5, 0.975])
seconds, processor = time.perf_counter() - started, time.process_time() - processor
print(json.dumps({"seconds": seconds, "processor": processor, "answer": answer.tolist()}))
