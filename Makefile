# make run   install, ingest samples/, answer the example question, open the chat
# make test  install everything the tests need and run them
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
PIP_ARGS ?=
QUESTION ?= 2023年卫东区新增就业多少
REPORTS ?= ../shared/reports
CORPUS ?= ../shared/corpus
GOLD ?= tests/gold/five_dev.jsonl
HELDOUT ?= tests/gold/five_heldout.jsonl
BENCHMARKS ?= $(wildcard benchmarks/*.py)

.PHONY: help run test security audit faults lint bench embedding belief likely forms judge gold chromium clean

help:
	@echo "make run        安装依赖，入库 samples/，在终端回答示例问题，然后打开网页"
	@echo "make test       安装测试所需的一切并运行全部测试"
	@echo "make lint       ruff、mypy、import-linter"
	@echo "make security   网页、投毒、改数的安全试验，打印各表"
	@echo "make audit      查已知漏洞、没写死的版本、两年没有新版本的依赖（要联网）"
	@echo "make gold       用金标问题给 REPORTS（默认 $(REPORTS)）评分"
	@echo "make bench      benchmarks/ 里的测量"
	@echo "make faults     故障试验：杀进程、坏文件、磁盘满等，约十分钟，打印一张表"
	@echo "make embedding  由 CORPUS（默认 $(CORPUS)）重新训练内置向量模型"
	@echo "make belief     由开发金标与 CORPUS 重新训练“这个数字是不是所问的”的判断"
	@echo "make likely     由开发金标重新训练“这句话是不是所问的”的判断，逐组留出测量"
	@echo "make forms      由 tests/forms 里的句式重新训练“问题里哪些话可以略去”的判断，逐位作者留出测量"
	@echo "make judge      由手写的真话与假话重新训练大模型核对用的判断，逐组留出测量"
	@echo "make clean      删除 .venv 与缓存（不动 store/）"

$(PY):
	@test -n "$(PYTHON)" || { echo "没有找到 Python，请先安装 Python 3.11。"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "需要 Python 3.11 或更新的版本，可用 make PYTHON=/路径/python3.11 指定。"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-stamp: requirements.txt | $(PY)
	@echo "正在安装依赖（第一次需要几分钟）……"
	$(PIP) $(PIP_ARGS) -r requirements.txt
	@touch $@

$(VENV)/.dev-stamp: requirements.txt requirements-dev.txt | $(PY)
	@echo "正在安装测试所需的依赖（第一次需要几分钟）……"
	$(PIP) $(PIP_ARGS) -r requirements-dev.txt
	@touch $@ $(VENV)/.run-stamp

run: $(VENV)/.run-stamp
	$(PY) ingest.py samples
	$(PY) -m assistant "$(QUESTION)"
	$(PY) ui.py

chromium:
	@.ci/chromium

test: $(VENV)/.dev-stamp chromium
	$(PY) -m pytest -n auto --maxprocesses 4 --dist worksteal $(PYTEST_ARGS)

security: $(VENV)/.dev-stamp chromium
	$(PY) -m pytest --tables tests/pages/test_payloads.py tests/assistant/proof/test_poisoned.py \
		tests/assistant/proof/test_altered.py tests/test_supply.py

build/audit/.stamp: requirements-audit.txt | $(PY)
	@$(PY) -m venv build/audit && build/audit/bin/pip --disable-pip-version-check install --quiet \
		-r requirements-audit.txt && touch $@ \
		|| { echo "装不上 pip-audit（要联网），没有核查依赖；请在能联网的机器上再运行 make audit。"; exit 2; }

audit: $(VENV)/.run-stamp build/audit/.stamp
	@$(PY) .ci/audit.py --pip-audit build/audit/bin/pip-audit \
		--packages "$$($(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

lint: $(VENV)/.dev-stamp
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

gold: $(VENV)/.dev-stamp
	@test -d "$(REPORTS)" || { echo "没有 $(REPORTS)，请用 make gold REPORTS=报告目录 指定。"; exit 1; }
	$(PY) ingest.py "$(REPORTS)" --store build/gold
	$(PY) evaluate.py $(GOLD) --store build/gold --json build/gold.json --show bad
	@echo "保留集（只看总分）："
	$(PY) evaluate.py $(HELDOUT) --store build/gold --json build/heldout.json --show none

bench: $(VENV)/.dev-stamp
	@set -e; for script in $(BENCHMARKS); do echo "== $$script"; $(PY) $$script --corpus "$(CORPUS)"; done

faults: $(VENV)/.dev-stamp
	PYTHONPATH=benchmarks $(PY) -m faults $(FAULTS_ARGS)

embedding: $(VENV)/.dev-stamp
	$(PY) -m vectorstore.train_embedding "$(CORPUS)"

belief: $(VENV)/.dev-stamp
	$(PY) -m assistant.training.belief tests/gold "$(REPORTS)" "$(CORPUS)"

likely: $(VENV)/.dev-stamp
	$(PY) -m assistant.training.passages tests/gold "$(REPORTS)" "$(CORPUS)"

forms: $(VENV)/.dev-stamp
	$(PY) -m assistant.training.forms tests/forms "$(CORPUS)"

judge: $(VENV)/.dev-stamp
	$(PY) benchmarks/judge.py --write

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
